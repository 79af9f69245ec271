-- 400 tiles in the middle of the demo county, zoom 12 to 17, one after the other.
local tiles = {}
local lon, lat = 117.70, 30.62
for z = 12, 17 do
  local n = 2 ^ z
  local cx = math.floor((lon + 180) / 360 * n)
  local s = math.sin(math.rad(lat))
  local cy = math.floor((0.5 - math.log((1 + s) / (1 - s)) / (4 * math.pi)) * n)
  local reach = z < 14 and 2 or 4
  for x = cx - reach, cx + reach do
    for y = cy - reach, cy + reach do
      tiles[#tiles + 1] = string.format("/tiles/map/%d/%d/%d.mvt", z, x, y)
    end
  end
end
local at = 0
request = function()
  at = at % #tiles + 1
  return wrk.format("GET", tiles[at])
end
