-- Take one entry whose worker fell silent, the one that took the fewest workers with it first.
-- ARGV: group, consumer, lease in ms, crashes after which it is given up, 1 to take and 0 to look only.
-- Returns nil when there is none, else {id, 'taken' | 'dead' | 'gone' | 'seen', crashes, fields}.

local group, consumer, lease_ms, max_crashes, take = unpack(ARGV)
local PAGE = 100

local id, crashes
local start, page = '-', nil
repeat
  page = redis.call('XPENDING', stream, group, 'IDLE', lease_ms, start, '+', PAGE)
  for _, pending in ipairs(page) do
    if not redis.call('ZSCORE', waiting, pending[1]) then
      local count = tonumber(redis.call('HGET', counts, 'c:' .. pending[1]) or 0)
      if not id or count < crashes then
        id, crashes = pending[1], count
      end
    end
    start = '(' .. pending[1]
  end
until id or #page < PAGE

if not id then
  return nil
end
if take == '0' then
  return {id, 'seen', crashes, {}}
end

crashes = redis.call('HINCRBY', counts, 'c:' .. id, 1)
local fields = fields_of(id)
if crashes >= tonumber(max_crashes) then
  bury(group, id, 'its worker died ' .. crashes .. ' times while it held this entry')
  return {id, 'dead', crashes, fields}
end
if not redis.call('XCLAIM', stream, group, consumer, lease_ms, id)[1] then
  -- Deleted from the stream by hand: the claim has removed it from the pending entries.
  redis.call('HDEL', counts, 'f:' .. id, 'c:' .. id)
  return {id, 'gone', crashes, fields}
end
return {id, 'taken', crashes, fields}
