-- Acknowledge entries and apply their outcomes, each all or nothing.
-- ARGV: group, number of entries, then for each its id and its outcome.
-- Returns one number for each: see CommitResult in lane.py.

local COMMITTED, LOST, CONFLICT, BROKEN, REPEATED = 1, 2, 3, 4, 5

local group, results = word(), {}
for entry = 1, tonumber(word()) do
  local id = word()
  local hold = expects_hold()
  local result
  if redis.call('ZSCORE', done, id) then
    -- The group was lost and made again: this entry was settled before.
    redis.call('XACK', stream, group, id)
    result = REPEATED
  elseif not hold then
    result = CONFLICT
  elseif settle(group, id) then
    result = COMMITTED
  else
    result = LOST
  end
  local problem = run_effects(result == COMMITTED)
  if problem then
    -- A script cannot roll back, so the entry is kept for a person to look at.
    keep_as_dead(group, id, 'an effect failed: ' .. problem, 0, 0)
    result = BROKEN
  end
  results[entry] = result
end
return results
