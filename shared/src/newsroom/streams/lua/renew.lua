-- Renew the lease of entries that this consumer still holds. ARGV: group, consumer, ids. Returns how many.

local group, consumer = ARGV[1], ARGV[2]
local renewed = 0
for index = 3, #ARGV do
  local id = ARGV[index]
  if redis.call('XPENDING', stream, group, id, id, 1, consumer)[1] then
    redis.call('XCLAIM', stream, group, consumer, 0, id, 'JUSTID')
    renewed = renewed + 1
  end
end
return renewed
