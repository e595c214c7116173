-- Put a dead letter back into its stream, for its group alone. KEYS: dead letters, stream. ARGV: id of the letter.
-- Returns the id of the new entry, nil when there is no such letter.

local letter = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])[1]
if not letter then
  return nil
end
local fields, group = {}, nil
for index = 1, #letter[2], 2 do
  local name, value = letter[2][index], letter[2][index + 1]
  if name == 'dead:group' then
    group = value
  end
  if string.sub(name, 1, 5) ~= 'dead:' and name ~= 'only-group' then
    fields[#fields + 1] = name
    fields[#fields + 1] = value
  end
end
local id = redis.call('XADD', KEYS[2], '*', 'only-group', group, unpack(fields))
redis.call('XDEL', KEYS[1], ARGV[1])
return id
