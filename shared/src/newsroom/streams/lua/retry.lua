-- Take entries whose waiting time is over. ARGV: group, consumer, how many at most.

local group, consumer, count = unpack(ARGV)
local entries = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', waiting, '-inf', now_ms(), 'LIMIT', 0, count)) do
  redis.call('ZREM', waiting, id)
  -- Nothing comes back for an entry that is settled, or whose group was made again since.
  local claimed = redis.call('XCLAIM', stream, group, consumer, 0, id)
  if claimed[1] then
    entries[#entries + 1] = claimed[1]
  end
end
return entries
