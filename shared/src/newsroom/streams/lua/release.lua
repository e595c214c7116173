-- Hand back all that this consumer holds, for any worker to take at once. ARGV: group, consumer.
-- Returns how many entries that were.

local group, consumer = unpack(ARGV)
local PAGE = 1000
local released, start, page = 0, '-', nil
local now = now_ms()
repeat
  page = redis.call('XPENDING', stream, group, start, '+', PAGE, consumer)
  for _, pending in ipairs(page) do
    -- NX: one that waits for its next attempt keeps its time.
    released = released + redis.call('ZADD', waiting, 'NX', now, pending[1])
    start = '(' .. pending[1]
  end
until #page < PAGE
return released
