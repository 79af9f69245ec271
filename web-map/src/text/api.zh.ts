/** What the examples are made of: real names and a real place of the data that are served. */
export interface ExampleData {
  town: string
  county: string
  code: string
  pinyin: string
  lon: number
  lat: number
}

export interface Example {
  id: string
  title: string
  what: string
  path: string
  body?: string
}

export interface ExampleGroup {
  title: string
  lead: string
  examples: Example[]
}

const encode = encodeURIComponent

export const apiText = {
  title: '地理编码接口',
  menu: '接口',
  lead: '把地名、地址变成坐标，把坐标变成地址。下面每个例子都用本站的真实数据，可以改了再运行。',
  contract: '完整的接口约定',
  run: '运行',
  running: '正在运行…',
  copy: '复制地址',
  request: '请求地址',
  result: '结果',
  failed: '请求未能完成',
  took: (milliseconds: number) => `${milliseconds} 毫秒`,
  remaining: (left: string, limit: string) => `本分钟还可请求 ${left} / ${limit} 次`,
  contents: '目录',
  notes: [
    { title: '坐标系', text: '存储与缺省输出为 2000 国家大地坐标系（CGCS2000，EPSG:4490）。用 crs 改输出、inputCrs 改输入：EPSG:4326、EPSG:3857、EPSG:4491–4554（高斯-克吕格投影）、GCJ-02、BD-09。' },
    { title: '可信度', text: 'confidence 在 0 与 1 之间，按实测校准：0.8 以上基本可直接采用；低于 0.5 时多半是名称相近的另一处，应由人核对。' },
    { title: '匹配级别与精度', text: 'level：省、市、区县、乡镇、村庄、道路、道路交叉路口、门牌号、单元号、兴趣点。accuracy 说明坐标怎样得来：准确、按相邻门牌内插、取相近门牌、仅到道路、按方向距离推算、道路交点。' },
    { title: '限额与缓存', text: '响应头 X-RateLimit-Limit、-Remaining、-Reset 给出每分钟的限额；超过时返回 429 与 Retry-After。带上 If-None-Match 与上次的 ETag，数据没有变化时返回 304。' },
    { title: '程序调用', text: '公开查询不需要登录。批量任务须登录，程序在请求头 X-Api-Key 中带接口密钥，由管理员在“账号”页发放。' },
  ],
  groups: (data: ExampleData): ExampleGroup[] => [
    {
      title: '由文字找位置',
      lead: '汉字（简繁）、拼音、声母、混写、门牌地址、区划代码都可以；级别可缺，次序可颠倒，错一两个字也能找到。',
      examples: [
        { id: 'search', title: '检索', what: '一句话的地址或名称。', path: `/api/v1/search?q=${encode(data.county + data.town)}&limit=3` },
        { id: 'pinyin', title: '用拼音检索', what: '全拼、声母、汉字拼音混写。', path: `/api/v1/search?q=${data.pinyin}&limit=3` },
        { id: 'noise', title: '夹带其他字词', what: '“收货地址”“附近”之类列在 ignored 里；explain=true 说明怎样得出。', path: `/api/v1/search?q=${encode(`收货地址：${data.county}${data.town}附近`)}&limit=1&explain=true` },
        { id: 'suggest', title: '边输入边提示', what: '每按一键问一次，一处只出现一次。', path: `/api/v1/suggest?q=${encode([...data.town].slice(0, 1).join(''))}&near=${data.lon},${data.lat}&limit=5` },
        { id: 'structured', title: '分项检索', what: '省、市、区县、乡镇、村、路、号、名称分开给出。', path: `/api/v1/search?county=${encode(data.county)}&town=${encode(data.town)}&limit=1` },
        { id: 'filter', title: '限定范围与种类', what: '区划、矩形、多边形、种类、类别、级别、状态。', path: `/api/v1/search?q=${encode(data.town)}&division=${data.code.slice(0, 6)}&levels=VILLAGE&levels=ROAD&limit=3` },
        { id: 'geojson', title: 'GeoJSON、GeocodeJSON 与 CSV', what: '用 format 或 Accept 头选择。', path: `/api/v1/search?q=${encode(data.town)}&format=geojson&limit=2` },
      ],
    },
    {
      title: '由位置找地址',
      lead: '先看在哪些区划的面之内，再找最近的实际几何；没有区划面时取最近记录所属的区划。',
      examples: [
        { id: 'reverse', title: '反查', what: '所在区划、附近地物和一句话的位置说明。', path: `/api/v1/reverse?lon=${data.lon}&lat=${data.lat}&radius=800&limit=3` },
        { id: 'gcj', title: '网络地图的坐标', what: '输入、输出都可以是 GCJ-02 或 BD-09。', path: `/api/v1/reverse?lon=${data.lon}&lat=${data.lat}&inputCrs=GCJ-02&crs=GCJ-02&limit=1` },
        { id: 'nearby', title: '周边某类地物', what: '由近到远，用 next 翻页。', path: `/api/v1/nearby?lon=${data.lon}&lat=${data.lat}&radius=3000&kinds=FACILITY&kinds=SHOP&limit=5` },
      ],
    },
    {
      title: '记录与统计',
      lead: '按代码或来源键取记录；同一名称、同一读音在各地有多少处。',
      examples: [
        { id: 'lookup', title: '按代码取记录', what: '记录编号、区划代码、地名代码、来源键。', path: `/api/v1/lookup?codes=${data.code}` },
        { id: 'divisions', title: '行政区划', what: '按代码、级别、年份。', path: `/api/v1/divisions?parent=${data.code.slice(0, 6)}000000&size=5` },
        { id: 'counts', title: '重名统计', what: '按下级区划与类别。', path: `/api/v1/name-counts?name=${encode('人民路')}` },
        { id: 'sounds', title: '同音统计', what: '不计声调，多音字取各种读法。', path: `/api/v1/name-counts?name=${encode('人民路')}&sameness=SOUND` },
        { id: 'batch', title: '一次多条', what: '至多 500 条；更多的请上传表格，见“批量任务”。', path: '/api/v1/batch', body: JSON.stringify({ queries: [{ id: 'a1', q: data.county + data.town }, { id: 'a2', q: data.pinyin || data.town }], limit: 1 }) },
      ],
    },
    {
      title: '现有的客户端不必改写',
      lead: '只换服务地址，即可使用 Photon、Nominatim、国家地名信息库与天地图的客户端。',
      examples: [
        { id: 'photon', title: 'Photon', what: '另有 /photon/structured、/photon/reverse、/photon/status。', path: `/photon/api?q=${encode(data.town)}&limit=2` },
        { id: 'nominatim', title: 'Nominatim', what: 'QGIS、Leaflet、geopy 等可用；另有 reverse、lookup、details、status。', path: `/nominatim/search?q=${encode(data.town)}&format=jsonv2&addressdetails=1&limit=1` },
        { id: 'dmfw', title: '国家地名信息库', what: '区划、地名查询、明细与同名同音统计。', path: `/dmfw/9095/stname/listPub?stName=${encode(data.town)}&searchType=${encode('模糊')}&size=2` },
        { id: 'tianditu', title: '天地图', what: '地理编码、逆地理编码与地名搜索。', path: `/tianditu/geocoder?ds=${encode(JSON.stringify({ keyWord: data.county + data.town }))}` },
      ],
    },
  ],
  jobs: {
    title: '批量任务',
    lead: '一张 CSV（UTF-8 或 GB18030）或 JSON 数组，至多 100,000 行。在后台逐行检索，可看进度，完成后下载结果表；过了 keptUntil 所写的时间，上传的表与结果自动删除。',
    commands: [
      'curl -X POST -H "X-Api-Key: 您的密钥" -H "Content-Type: text/csv" \\\n  --data-binary @地址.csv "{site}/api/v1/geocode-jobs?fileName=地址.csv&column=地址"',
      'curl -H "X-Api-Key: 您的密钥" {site}/api/v1/geocode-jobs/任务编号',
      'curl -H "X-Api-Key: 您的密钥" -o 结果.csv {site}/api/v1/geocode-jobs/任务编号/result',
    ],
  },
}
