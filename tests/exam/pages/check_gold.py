import re,html,glob,os
from html.parser import HTMLParser
class P(HTMLParser):
    def __init__(s): super().__init__(convert_charrefs=True); s.o=[]; s.sk=0
    def handle_starttag(s,t,a): s.sk+= t in('script','style')
    def handle_endtag(s,t): s.sk-= t in('script','style')
    def handle_data(s,d):
        if not s.sk: s.o.append(d)
out='/work/main/tests/exam/pages'; bad=0
fold=lambda t:re.sub(r'\s+','',t)
hs=sorted(glob.glob(out+'/*.html')); np=0
for f in hs:
    b=open(f,'rb').read(); m=re.search(rb'charset=["\']?([\w-]+)',b); enc=m.group(1).decode() if m else 'utf-8'
    s=b.decode(enc); p=P(); p.feed(s); p.close(); pg=fold(''.join(p.o))
    t=open(f[:-5]+'.txt',encoding='utf-8').read(); L=t.split('\n')
    assert [l.split(':')[0] for l in L[:4]]==['# title','# date','# author','# publisher'] and L[4]=='',f
    v=[l.split(':',1)[1].strip() for l in L[:4]]
    paras='\n'.join(L[5:]).strip().split('\n\n'); pos=0
    for q in paras:
        np+=1
        i=pg.find(fold(q),pos)
        if i<0: bad+=1; print('MISSING/ORDER',f,q[:80])
        else: pos=i+len(fold(q))
        if '<' in q.replace('<=','') or '\n' in q or '⟦' in q: print('ODD',f,q[:60])
    full=fold(html.unescape(s)).lower()
    if fold(v[0]) not in pg: print('TITLE',f)
    for a in v[2].split(','):
        if fold(a).lower() not in full: print('AUTHOR',f,a)
    if fold(v[3]).lower() not in full: print('PUB',f)
    if v[1] and v[1] not in s: print('date only in other form',os.path.basename(f),v[1])
    if '⟦' in s: print('MARK',f)
    w=sum(len(q.split()) for q in paras)
    print(os.path.basename(f),enc,len(paras),'paras',w,'words','' if 80<=w<=400 else '<<<')
print(len(hs),'pages',np,'paras',bad,'bad')
