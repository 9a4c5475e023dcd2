/** What the pages of cases and their list have beyond the style of every page. */
export const caseStyle = `
.case-view{display:grid;grid-template-columns:minmax(0,7fr) minmax(0,5fr);gap:1rem 2.5rem}
.case-view h2,.filter+h2{margin-top:1.5rem}
.case-view h3{margin-top:1.25rem;font-size:1.05rem}
.case-said ol,.case-said ul{padding:0;list-style:none;margin:.5rem 0}
@media screen and (min-width:62.01rem){.case-said{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:0 .5rem 1rem 0}}
@media screen and (max-width:62rem){.case-view{grid-template-columns:minmax(0,1fr)}.case-said{order:-1}}
.kind a{margin-right:.2rem}
.synthetic,.sealed{margin:1rem 0 0;color:var(--soft)}
.neighbours{margin:.75rem 0 0;display:flex;gap:.5rem 1.5rem;flex-wrap:wrap}
.tallies{list-style:none;padding:0;margin:1.5rem 0 0;display:flex;flex-wrap:wrap;gap:.4rem 2rem}
.doc>h3{border-bottom:1px solid var(--line);padding-bottom:.25rem}
.doc h3 small{font-weight:400}
.page-head{margin:.75rem 0 .25rem;display:flex;flex-wrap:wrap;gap:.2rem .75rem;align-items:baseline}
.pointed>.pagetext{box-shadow:-.3rem 0 0 var(--accent)}
.pointer{font-size:.84rem;border:1px solid currentColor;border-radius:.2rem;padding:0 .4rem}
mark{background:var(--mark);color:inherit;padding:.05em 0;border-bottom:2px solid var(--accent)}
mark.model{border-bottom-style:dotted}
.at:target+mark{outline:3px solid var(--focus);outline-offset:1px}
.fields{margin:.5rem 0;display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:0 1.5rem}
.fields>div{display:flex;justify-content:space-between;flex-wrap:wrap;gap:0 1rem;border-bottom:1px solid var(--line);padding:.25rem 0}
.fields dt{color:var(--soft)}
.fields dd{margin:0;overflow-wrap:anywhere}
.fields .pointed{box-shadow:-.3rem 0 0 var(--accent);padding-left:.4rem}
.sheet{margin:.5rem 0}
.sheet.drawn figcaption{display:none}
.sheet canvas,.sheet img{display:block;width:100%;height:auto;border:1px solid var(--line);background:#fff}
.filter{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.75rem 1.25rem;align-items:end;margin:1.5rem 0}
.filter label{display:block;font-size:.9rem;color:var(--soft)}
.filter input,.filter select,.more-cases{display:block;width:100%;font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:.2rem;padding:.4rem .5rem;min-height:2.5rem}
.more-cases{width:auto;padding:.4rem 1.5rem;cursor:pointer}
.case-list{list-style:none;padding:0;margin:1rem 0}
.case-list li{border-bottom:1px solid var(--line);padding:.6rem 0;max-width:none}
.case-list small{display:block}
.case-list .models{display:flex;flex-wrap:wrap;gap:0 1.25rem}
[hidden]{display:none}
@media print{.case-view{display:block}.filter,.neighbours,.more-cases{display:none}}
`;
