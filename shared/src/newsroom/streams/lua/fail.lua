-- Count a failure of an entry; let it wait for its next attempt, or give it up.
-- ARGV: group, consumer, id, failures at which it is given up, delay in ms, reason.
-- Returns 'lost' when another worker has it by now, 'dead' or 'waiting'; and the number of failures.

local group, consumer, id, limit, delay_ms, reason = unpack(ARGV)
local pending = redis.call('XPENDING', stream, group, id, id, 1)
if not pending[1] or pending[1][2] ~= consumer then
  return {'lost', 0}
end
if redis.call('ZSCORE', done, id) then
  redis.call('XACK', stream, group, id)
  return {'lost', 0}
end
local failures = redis.call('HINCRBY', counts, 'f:' .. id, 1)
if failures >= tonumber(limit) then
  bury(group, id, reason)
  return {'dead', failures}
end
redis.call('ZADD', waiting, now_ms() + tonumber(delay_ms), id)
return {'waiting', failures}
