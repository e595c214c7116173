-- Apply an outcome that answers no entry. KEYS[1] remembers the call, so that a repetition by the client after
-- a lost reply has no second effect. ARGV: seconds to remember, the outcome.
-- Returns 1 when it is applied, 0 when an expectation does not hold.

local ttl_seconds = word()
if redis.call('EXISTS', KEYS[1]) == 1 then
  return 1
end
if not expects_hold() then
  return 0
end
local problem = run_effects(true)
if problem then
  return redis.error_reply('ERR an effect failed: ' .. problem)
end
redis.call('SET', KEYS[1], '', 'EX', ttl_seconds)
return 1
