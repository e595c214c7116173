-- Note the result of an attempt with its endpoint, unless that was deleted. Answers the start of its failing
-- (Unix ms), or false.
-- KEYS: endpoint, revision of the endpoints. ARGV: now (Unix ms), '1' for a success.
local endpoint, revision = KEYS[1], KEYS[2]
local now, success = ARGV[1], ARGV[2]

if redis.call('EXISTS', endpoint) == 0 then return false end
local changed
if success == '1' then
  changed = redis.call('HDEL', endpoint, 'failing_since_ms')
else
  changed = redis.call('HSETNX', endpoint, 'failing_since_ms', now)
end
if changed == 1 then redis.call('INCR', revision) end
return redis.call('HGET', endpoint, 'failing_since_ms')
