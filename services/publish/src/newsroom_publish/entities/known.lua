-- What is known of some ids. Reads only.
-- KEYS: for each id its facts, and the set of the summaries that name it. ARGV: now (Unix ms).
-- Answers for each id its facts, and how many of the summaries may be seen by now.
local found = {}
for at = 1, #KEYS, 2 do
  found[#found + 1] = redis.call('SMEMBERS', KEYS[at])
  found[#found + 1] = redis.call('ZCOUNT', KEYS[at + 1], '-inf', ARGV[1])
end
return found
