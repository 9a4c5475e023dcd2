import { planCases } from './plan-families.ts';
import { makeCase } from './make-family.ts';
const n = Number(process.argv[2] ?? 200), seed = process.argv[3] ?? '1';
const t0 = performance.now(); let bad = new Map<string, number>(), codes = new Map<string, number>(), kinds = new Map<string, number>();
const t:any[]=[];
for (const p of planCases(n, seed)) { try { const m = makeCase(p.plan, p.member); kinds.set(p.plan.kind,(kinds.get(p.plan.kind)??0)+1); for (const d of m.label.defects) { codes.set(d.code,(codes.get(d.code)??0)+1); if(d.evidence.length===0) bad.set('noevidence '+d.code+' '+m.brought,1+(bad.get('noevidence '+d.code+' '+m.brought)??0)); } } catch (e:any) { const k=String(e.message??e).slice(0,160); bad.set(k,(bad.get(k)??0)+1); } }
console.log(n, ((performance.now()-t0)/n).toFixed(1)+' ms/case'); console.log([...bad]); console.log(kinds); console.log([...codes].sort((a,b)=>a[1]-b[1]).map(x=>x.join(' ')).join('; '), codes.size);
