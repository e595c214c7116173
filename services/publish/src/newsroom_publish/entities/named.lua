-- Whose names these are. Reads only.
-- KEYS: the set of words. ARGV: the first and the last member of a range, for each name.
-- Answers the members of each range.
local found = {}
for at = 1, #ARGV, 2 do
  found[#found + 1] = redis.call('ZRANGEBYLEX', KEYS[1], ARGV[at], ARGV[at + 1])
end
return found
