-- Note the result of an attempt with its endpoint, unless that was deleted. Answers the start of its failing
-- (Unix ms), or false.
-- KEYS: endpoint. ARGV: now (Unix ms), '1' for a success.
if redis.call('EXISTS', KEYS[1]) == 0 then return false end
if ARGV[2] == '1' then
  redis.call('HDEL', KEYS[1], 'failing_since_ms')
  return false
end
redis.call('HSETNX', KEYS[1], 'failing_since_ms', ARGV[1])
return redis.call('HGET', KEYS[1], 'failing_since_ms')
