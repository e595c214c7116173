-- Lease the deliveries of one endpoint that are due, earliest first: until the lease ends no one else gets them,
-- and a worker that dies leaves them due again.
-- KEYS: queue, due index. ARGV: endpoint id, now, end of the lease (both Unix ms), most.
local queue, due_index = KEYS[1], KEYS[2]
local endpoint, now, lease_end, most = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

local ids = redis.call('ZRANGEBYSCORE', queue, '-inf', now, 'LIMIT', 0, most)
for _, id in ipairs(ids) do
  redis.call('ZADD', queue, lease_end, id)
end
local earliest = redis.call('ZRANGE', queue, 0, 0, 'WITHSCORES')
if earliest[2] then
  redis.call('ZADD', due_index, earliest[2], endpoint)
else
  redis.call('ZREM', due_index, endpoint)
end
return ids
