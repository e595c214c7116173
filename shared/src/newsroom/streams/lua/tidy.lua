-- Trim the stream below what every group has acknowledged, and forget consumers that are long gone.
-- KEYS[6]: the names of all groups that read this stream. ARGV: group, idle ms of a consumer that is gone.
-- Returns the number of entries trimmed, or -1 when nothing may be trimmed, since a group is missing.

local groups = KEYS[6]
local group, gone_ms = unpack(ARGV)

local function record(flat)
  local named = {}
  for index = 1, #flat, 2 do
    named[flat[index]] = flat[index + 1]
  end
  return named
end

local function parse(id)
  local ms, sequence = string.match(id, '^(%d+)-(%d+)$')
  return tonumber(ms), tonumber(sequence)
end

local present, low_ms, low_sequence = {}, nil, nil
for _, flat in ipairs(redis.call('XINFO', 'GROUPS', stream)) do
  local found = record(flat)
  present[found.name] = true
  local ms, sequence = parse(found['last-delivered-id'])
  sequence = sequence + 1
  if found.pending > 0 then
    ms, sequence = parse(redis.call('XPENDING', stream, found.name)[2])
  end
  if not low_ms or ms < low_ms or (ms == low_ms and sequence < low_sequence) then
    low_ms, low_sequence = ms, sequence
  end
end
for _, name in ipairs(redis.call('SMEMBERS', groups)) do
  if not present[name] then
    return -1
  end
end

local trimmed = redis.call('XTRIM', stream, 'MINID', '=', string.format('%.0f-%.0f', low_ms, low_sequence))
local first = redis.call('XRANGE', stream, '-', '+', 'COUNT', 1)[1]
if first then
  redis.call('ZREMRANGEBYSCORE', done, '-inf', '(' .. string.match(first[1], '^%d+'))
else
  redis.call('DEL', done)
end

for _, flat in ipairs(redis.call('XINFO', 'CONSUMERS', stream, group)) do
  local found = record(flat)
  -- Only without pending entries: they would go with the consumer.
  if found.pending == 0 and found.idle > tonumber(gone_ms) then
    redis.call('XGROUP', 'DELCONSUMER', stream, group, found.name)
  end
end
return trimmed
