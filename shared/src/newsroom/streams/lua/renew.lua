-- Renew the lease of entries that this consumer still holds. ARGV: group, consumer, ids. Returns how many.

local group, consumer = ARGV[1], ARGV[2]

-- A sign of life, for the count of workers: Redis 7.0 does not notice a consumer that waits for its first entry.
-- From the last id on, since reading one's own pending entries would renew them.
local LAST = '18446744073709551615-18446744073709551614'
redis.call('XREADGROUP', 'GROUP', group, consumer, 'COUNT', 1, 'STREAMS', stream, LAST)

local renewed = 0
for index = 3, #ARGV do
  local id = ARGV[index]
  if redis.call('XPENDING', stream, group, id, id, 1, consumer)[1] then
    redis.call('XCLAIM', stream, group, consumer, 0, id, 'JUSTID')
    renewed = renewed + 1
  end
end
return renewed
