#!/usr/bin/env python3
"""Judge a batch of sheets: /usr/bin/python3 check_sheets.py OUTDIR [--data data] [--frame 14,32,300,240] [--cell 50]

OUTDIR holds NN_name.pdf and labels.json = {sheet: {extent:[x0,y0,x1,y1] (EPSG:4548), scale, labels:[{text,layer,fid,unplaced,wkt}]}}
(curved labels: one polygon per glyph with the same text+fid). Any renderer that writes these two things can be judged.
A sheet may say where its own map frame is (frame: [x, y, w, h] mm, cell: mm; --frame and --cell hold for others) and which names stand in
a numbered key (key: [name]); those count as reached, not as labelled. PDF pages after the first (index on the back) are read, too.
Prints one line per sheet and a summary; writes OUTDIR/check.csv
"""
import argparse, csv, glob, json, math, os, re, subprocess, sys, unicodedata
from collections import defaultdict, Counter
from shapely import wkt as W
from shapely.geometry import Point, shape
from shapely.strtree import STRtree
from pyproj import Transformer
ap = argparse.ArgumentParser(); ap.add_argument('out'); HERE = os.path.dirname(os.path.abspath(__file__))
ap.add_argument('--data', default=HERE + '/data'); ap.add_argument('--frame', default='14,32,300,240'); ap.add_argument('--cell', type=float, default=50)
a = ap.parse_args(); FX, FY, FW, FH = map(float, a.frame.split(','))
TR = Transformer.from_crs(4326, 4548, always_xy=True)
rd = lambda n: json.load(open(f'{a.data}/{n}.geojson', encoding='utf-8'))['features']
towns = {f['properties']['name']: f['properties']['id'] for f in rd('towns')}
pts = defaultdict(list)
for f in rd('points'): pts[f['properties']['town_id']].append((TR.transform(*f['geometry']['coordinates']), f['properties']))
exp = defaultdict(lambda: defaultdict(set))
GP = {'town_gov': 'P1 seat', 'village_gov': 'P2 village', 'hamlet': 'P3 hamlet', 'peak': 'P5 peak', 'shop': 'P6 shop'}
for t, l in pts.items():
    for _, p in l: exp[t][GP.get(p['cls'], 'P4 poi')].add(p['name'])
for f in rd('lines'): p = f['properties']; exp[p['town_id']]['L' + {'motorway': '1 trunk', 'primary': '1 trunk', 'secondary': '2 county', 'street': '3 street', 'tertiary': '4 village rd', 'lane': '5 lane', 'river': '6 river', 'stream': '7 stream'}[p['cls']]].add(p['name'])
for f in rd('areas'):
    p = f['properties']
    if p['name']: exp[p['town_id']]['A water'].add(p['name'])
SYM = dict(town_gov=1.7, village_gov=1.1, hamlet=.55, peak=.75, shop=.45)      # symbol radius mm
lab = json.load(open(a.out + '/labels.json', encoding='utf-8'))
rows = []; agg = defaultdict(lambda: [0, 0, 0, 0])
KANGXI = re.compile('[\u2e80-\u2fdf\uf900-\ufaff]')
for sheet, d in lab.items():
    FX, FY, FW, FH = d.get('frame') or map(float, a.frame.split(',')); cell = d.get('cell') or a.cell
    t = towns[sheet]; sc = d['scale'] / 1000.0                              # m per mm
    placed = [l for l in d['labels'] if not l['unplaced'] and l['wkt']]
    geo = [W.loads(l['wkt']) for l in placed]; key = [(l['layer'], l['fid'], l['text']) for l in placed]
    tree = STRtree(geo); ix = {id(g): i for i, g in enumerate(geo)}; col = 0; worst = 0
    for i, g in enumerate(geo):
        for h in tree.query(g):
            j = ix[id(h)]
            if j <= i or key[i] == key[j] or placed[i]['text'] == placed[j]['text']: continue
            ar = g.intersection(h).area / min(g.area, h.area)
            if ar > .02: col += 1; worst = max(worst, ar)
    own = oth = 0; ptg = [(Point(c), p) for c, p in pts[t]]
    for (P, p) in ptg:
        r = SYM.get(p['cls'], .8) * sc; b = P.buffer(r)
        for h in tree.query(b):
            if h.intersection(b).area > .12 * b.area:
                if placed[ix[id(h)]]['text'].split('\n')[0] == p['name']: own += 1
                else: oth += 1
    names = {l['text'].split('\n')[0] for l in placed}; keyed = set(d.get('key') or []); reach = names | keyed | set(d.get('index') or [])
    got = {g: (len(s & names), len(s)) for g, s in exp[t].items()}
    for g, (n, m) in got.items(): agg[g][0] += n; agg[g][1] += m; agg[g][2] += len(exp[t][g] & (names | keyed)); agg[g][3] += len(exp[t][g] & reach)
    row = dict(sheet=sheet, scale=d['scale'], label_collisions=col, worst_overlap=round(worst, 2), own_symbol_hit=own, other_symbol_hit=oth, labelled=sum(n for n, _ in got.values()), eligible=sum(m for _, m in got.values()))
    pdf = glob.glob(f'{a.out}/*_{sheet}.pdf')
    if pdf:
        tx = subprocess.run(['pdftotext', '-raw', pdf[0], '-'], capture_output=True, text=True).stdout
        txn = unicodedata.normalize('NFKC', tx); flat = re.sub(r'\s', '', tx); flatn = re.sub(r'\s', '', txn)
        row['pdf_chars'] = len(flat); row['compat_chars'] = len(KANGXI.findall(flat))
        lines_ = set(x.strip() for x in tx.splitlines())
        pl = [n for n in names]
        row['searchable'] = round(sum(n in flat for n in pl) / max(1, len(pl)), 3)
        row['searchable_point'] = round(sum(n in tx for n in {l['text'].split('\n')[0] for l in placed if l['layer'] == '地名与设施'}) / max(1, len({l['text'] for l in placed if l['layer'] == '地名与设施'})), 3)
        row['searchable_nfkc'] = round(sum(n in flatn for n in pl) / max(1, len(pl)), 3); row['title_found'] = sheet in tx
        fo = subprocess.run(['pdffonts', pdf[0]], capture_output=True, text=True).stdout.splitlines()[2:]
        row['fonts'] = len(fo); row['fonts_embedded'] = sum(' yes ' in x for x in fo); row['images'] = max(0, len(subprocess.run(['pdfimages', '-list', pdf[0]], capture_output=True, text=True).stdout.splitlines()) - 2)
        row['kbytes'] = os.path.getsize(pdf[0]) // 1024
        # index squares: name followed by a square in the raw text; recompute from data
        x0, y0, x1, y1 = d['extent']; good = bad = 0
        bb = subprocess.run(['pdftotext', '-bbox', pdf[0], '-'], capture_output=True, text=True).stdout
        ws = [(float(m[0]), float(m[1]) + 10000 * n, float(m[2]), float(m[3]) + 10000 * n, unicodedata.normalize('NFKC', m[4])) for n, page in enumerate(bb.split('<page ')[1:]) for m in re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', page)]   # pages are kept apart
        row['min_pt'] = round(min(w[3] - w[1] for w in ws if w[3] - w[1] > .5), 1) if ws else None
        byname = defaultdict(list)
        for w in ws: byname[w[4]].append(w)
        sqs = [w for w in ws if re.fullmatch(r'[A-Z]\d{1,2}', w[4])]
        for (x, y), p in pts[t]:
            if p['cls'] not in ('village_gov', 'hamlet'): continue
            sq = chr(65 + int((x - x0) / (x1 - x0) * FW / cell)) + str(1 + int((y1 - y) / (y1 - y0) * FH / cell))
            c = [(s_[0] - w[2], s_[4]) for w in byname.get(unicodedata.normalize('NFKC', p['name']), []) for s_ in sqs if abs(s_[1] - w[1]) < 2 and 0 < s_[0] - w[2] < 90]
            if c: v = min(c)[1]; good += v == sq; bad += v != sq
        row['index_ok'] = good; row['index_bad'] = bad
        miss = [c for c in {c for n in names for c in n} if c not in txn]; row['glyphs_missing'] = ''.join(miss)[:12]
    rows.append(row); print(row)
with open(a.out + '/check.csv', 'w', newline='', encoding='utf-8') as fh: w = csv.DictWriter(fh, rows[0].keys()); w.writeheader(); w.writerows(rows)
print('--- labelled share by class'); 
for g in sorted(agg): print(f'  {g:14s} {agg[g][0]:5d}/{agg[g][1]:5d} = {agg[g][0]/agg[g][1]:.1%}   with key {agg[g][2]/agg[g][1]:.1%}   with index {agg[g][3]/agg[g][1]:.1%}')
num = lambda k: [r[k] for r in rows if isinstance(r.get(k), (int, float))]
print('--- mean', {k: round(sum(num(k)) / len(num(k)), 3) for k in rows[0] if num(k) and k not in ('title_found',)})
