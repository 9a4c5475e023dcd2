/** What the leaderboard's pages have beyond the style of every page. */
export const boardStyle = `
nav.site{margin:1rem 0 0}
nav.site ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.4rem 1.5rem}
nav.site a{display:inline-block;padding:.15rem 0}
nav.site a[aria-current]{color:var(--ink);font-weight:640;text-decoration:none;border-bottom:2px solid var(--accent)}
.filter{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.75rem 1.25rem;align-items:end;margin:1.5rem 0 .5rem}
.filter label{display:block;font-size:.9rem;color:var(--soft)}
.filter select,.filter button{display:block;width:100%;font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:.2rem;padding:.4rem .5rem;min-height:2.5rem}
.filter button{width:auto;padding:.4rem 1.5rem;cursor:pointer}
.place{display:block;font-size:1.05rem;font-weight:660}
.board{margin:0 0 2.5rem}
.board h3{margin-top:1.5rem}
.pairs td{overflow-wrap:anywhere}
.pairs td:nth-child(3){min-width:8rem}
[hidden]{display:none!important}
@media print{.filter,#antal,nav.site{display:none}}
`;
