-- Asks for the given paths, evenly drawn, with {symbol} and {symbols} drawn evenly from 500.
local requests = {}

local function symbol(n)
  return string.format("SYM%03d", n % 500 + 1)
end

function init(paths)
  math.randomseed(20150105)
  for _, path in ipairs(paths) do
    for n = 0, 499 do
      local four = { symbol(n), symbol(n + 125), symbol(n + 250), symbol(n + 375) }
      local filled = path:gsub("{symbols}", table.concat(four, ",")):gsub("{symbol}", four[1])
      requests[#requests + 1] = wrk.format("GET", filled)
    end
  end
end

function request()
  return requests[math.random(#requests)]
end

function done(summary, latency)
  local e = summary.errors
  local errors = e.connect + e.read + e.write + e.status + e.timeout
  io.write(string.format("figures %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), errors))
end
