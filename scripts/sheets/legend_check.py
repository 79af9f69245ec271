"""Legend entries too many or too few: COUNTY=folder of the GeoJSON files legend_check.py OUTDIR…"""
import os,json,glob,subprocess,unicodedata,re,sys
from collections import defaultdict
L={'motorway':'高速公路','primary':'国道、省道','secondary':'县道','river':'河流'}
t={f['properties']['id']:f['properties']['name'] for f in json.load(open(os.environ.get('COUNTY','data')+'/towns.geojson'))['features']}
has=defaultdict(set)
for f in json.load(open(os.environ.get('COUNTY','data')+'/lines.geojson'))['features']: has[t[f['properties']['town_id']]].add(f['properties']['cls'])
for out in sys.argv[1:]:
    fp=fn=0
    for n in t.values():
        p=glob.glob(f'{out}/*_{n}.pdf')
        if not p: continue
        tx=unicodedata.normalize('NFKC',subprocess.run(['pdftotext','-raw',p[0],'-'],capture_output=True,text=True).stdout).replace('⻓','长')
        for c,l in L.items():
            inn=any(x.strip()==l for x in re.split(r'[\n]',tx)) or (' '+l in tx) or ('\n'+l in tx)
            if inn and c not in has[n]: fp+=1; print(out,n,'legend lists but absent',l)
            if not inn and c in has[n]: fn+=1; print(out,n,'present but not in legend',l)
    print(out,'legend false+',fp,'false-',fn)
