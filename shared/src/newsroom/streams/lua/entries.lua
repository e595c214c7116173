-- The keys of one group on one partition, and what several scripts do with an entry.
-- counts: "f:<id>" failures, "c:<id>" crashes. waiting: id -> due time in ms, entries that no worker holds on
-- purpose. done: id -> ms of the id, settled entries that the stream still holds.

local stream, done, counts, waiting, dead = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]

local function now_ms()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

-- True for the one caller whose acknowledgement removed the entry.
local function settle(group, id)
  if redis.call('XACK', stream, group, id) == 0 then
    return false
  end
  redis.call('ZADD', done, string.match(id, '^%d+'), id)
  redis.call('HDEL', counts, 'f:' .. id, 'c:' .. id)
  redis.call('ZREM', waiting, id)
  return true
end

local function fields_of(id)
  local found = redis.call('XRANGE', stream, id, id)
  return found[1] and found[1][2] or {}
end

local function keep_as_dead(group, id, reason, failures, crashes)
  redis.call('XADD', dead, '*', 'dead:stream', stream, 'dead:group', group, 'dead:entry', id,
    'dead:reason', reason, 'dead:failures', failures, 'dead:crashes', crashes, unpack(fields_of(id)))
end

-- Move a pending entry to the dead letters.
local function bury(group, id, reason)
  local failures = redis.call('HGET', counts, 'f:' .. id) or 0
  local crashes = redis.call('HGET', counts, 'c:' .. id) or 0
  if settle(group, id) then
    keep_as_dead(group, id, reason, failures, crashes)
  end
end
