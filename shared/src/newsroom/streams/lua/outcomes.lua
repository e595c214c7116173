-- Reads the outcomes that outcome.encode() wrote into ARGV, one word after the other.
-- Put in front of the scripts that apply them.

local position = 0

local function word()
  position = position + 1
  return ARGV[position]
end

-- Consumes the expectations of one outcome; true when all of them hold.
local function expects_hold()
  local hold = true
  for _ = 1, tonumber(word()) do
    local key, field, absent, value = KEYS[tonumber(word())], word(), word() == '1', word()
    -- pcall: a key of another type must not end the script between two entries.
    local found = redis.pcall('HGET', key, field)
    if (absent and found) or (not absent and found ~= value) then
      hold = false
    end
  end
  return hold
end

-- Consumes the effects of one outcome and applies them if wanted; returns the first error, else nil.
local function run_effects(wanted)
  local problem
  for _ = 1, tonumber(word()) do
    local command, key, count = word(), KEYS[tonumber(word())], tonumber(word())
    if wanted and not problem then
      local reply = redis.pcall(command, key, unpack(ARGV, position + 1, position + count))
      if type(reply) == 'table' and reply.err then
        problem = command .. ' ' .. key .. ': ' .. reply.err
      end
    end
    position = position + count
  end
  return problem
end
