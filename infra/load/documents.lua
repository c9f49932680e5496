-- Posts documents: with FRESH each another, else always the same.
local file = assert(io.open(os.getenv("DOCUMENT")))
local document = file:read("*a"):sub(1, 4000)
file:close()
local fresh = os.getenv("FRESH") == "1"
local started = os.time()
local count = 0

wrk.method = "POST"
wrk.headers["Content-Type"] = "text/plain"

function request()
  count = count + 1
  local body = fresh and (started .. "-" .. tostring(wrk.thread) .. "-" .. count .. ". " .. document) or document
  return wrk.format(nil, "/v1/summaries?max_words=40", nil, body)
end

function done(summary, latency)
  io.write(string.format('RESULT {"requests":%d,"seconds":%.3f,"errors":%d,"p50":%.3f,"p99":%.3f}\n', summary.requests, summary.duration / 1e6,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
