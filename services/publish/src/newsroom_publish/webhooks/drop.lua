-- Forget one delivery. Answers whether there was one.
-- KEYS: delivery, attempts, queue, parked, history, due index, owed, payload. ARGV: delivery id, endpoint id.
local delivery, attempts, queue, parked, history, due_index, owed, payload =
  KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8]
local id, endpoint = ARGV[1], ARGV[2]

local existed = redis.call('DEL', delivery)
redis.call('DEL', attempts)
for _, set in ipairs({queue, parked, history}) do
  redis.call('ZREM', set, id)
end
redis.call('SREM', owed, id)
if redis.call('EXISTS', owed) == 0 then redis.call('DEL', payload) end

local earliest = redis.call('ZRANGE', queue, 0, 0, 'WITHSCORES')
if earliest[2] then
  redis.call('ZADD', due_index, earliest[2], endpoint)
else
  redis.call('ZREM', due_index, endpoint)
end
return existed
