-- Record an attempt and move its delivery on, in one step. Also moves deliveries without an attempt (skip,
-- replay): the attempt is then ''. Answers 0 when nothing was moved, since the delivery was dropped meanwhile or
-- is to be replayed while an attempt is under way; else 1.
-- KEYS: delivery, attempts, queue, parked, history, due index, owed, payload.
-- ARGV: delivery id, endpoint id, attempt (JSON or ''), attempts kept, new state, due (Unix ms), now (Unix ms),
--       seconds to keep what is done, tries ('' = one more).
local delivery, attempts, queue, parked, history, due_index, owed, payload =
  KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8]
local id, endpoint, attempt, kept, state, due, now, keep_seconds, tries =
  ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7], ARGV[8], ARGV[9]

local current = redis.call('HGET', delivery, 'state')
if not current then return 0 end
if attempt == '' and state == 'pending' and current == 'pending' then
  -- Under a lease the queue holds its end, not when the delivery was due.
  local queued = tonumber(redis.call('ZSCORE', queue, id))
  if queued ~= tonumber(redis.call('HGET', delivery, 'due_ms')) and queued > tonumber(now) then return 0 end
end
if attempt ~= '' then
  -- A reply that is lost on its way makes the client send the script again.
  if redis.call('LINDEX', attempts, 0) == attempt then return 1 end
  redis.call('LPUSH', attempts, attempt)
  redis.call('LTRIM', attempts, 0, kept - 1)
  redis.call('HINCRBY', delivery, 'attempts', 1)
end
-- An attempt that outlived its lease comes late: its success counts, its failure changes nothing any more.
local late = attempt ~= '' and current ~= 'pending'
if late and state ~= 'delivered' then return 1 end

redis.call('HSET', delivery, 'state', state, 'due_ms', due)
if tries == '' then redis.call('HINCRBY', delivery, 'tries', 1) else redis.call('HSET', delivery, 'tries', tries) end
redis.call('ZREM', queue, id)
redis.call('ZREM', parked, id)
if state == 'pending' then
  redis.call('ZADD', queue, due, id)
elseif state == 'dead' or state == 'skipped' then
  redis.call('ZADD', parked, now, id)
end

if state == 'delivered' or state == 'superseded' then
  redis.call('SREM', owed, id)
  redis.call('EXPIRE', delivery, keep_seconds)
  redis.call('EXPIRE', attempts, keep_seconds)
  redis.call('ZREMRANGEBYSCORE', history, '-inf', now - 1000 * keep_seconds)
  if redis.call('EXISTS', owed) == 0 then redis.call('EXPIRE', payload, keep_seconds) end
else
  redis.call('SADD', owed, id)
  redis.call('PERSIST', delivery)
  redis.call('PERSIST', attempts)
  redis.call('PERSIST', payload)
end

local earliest = redis.call('ZRANGE', queue, 0, 0, 'WITHSCORES')
if earliest[2] then
  redis.call('ZADD', due_index, earliest[2], endpoint)
else
  redis.call('ZREM', due_index, endpoint)
end
return 1
