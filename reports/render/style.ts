import { tokensCss } from './tokens.ts';

/** Tables that become lists of cards, a row a card and a cell a line with its column's name. */
function stacked(table: string): string {
  return `${table},${table} tbody,${table} tr,${table} td,${table} tbody th,${table} caption{display:block;width:100%}
${table} thead{position:absolute;left:-999rem}
${table} tr{border-bottom:1.5px solid var(--ink);padding:.6rem 0}
${table} td,${table} tbody th{border:0;padding:.2rem 0;text-align:left}
${table} td.num{padding-right:0;text-align:left;white-space:normal}
${table} tbody th{font-size:1.02rem;font-weight:640}
${table} td[data-label]:not([data-label=""]){display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:.75rem}
${table} td[data-label]:not([data-label=""])::before{content:attr(data-label);color:var(--soft);font-size:.88rem}
${table} td:empty{display:none}
${table} .fig small{white-space:normal}
${table} td.num .fig .why{margin-left:0}`;
}

/** The style sheet of every report: system fonts, ink on paper, no colour that carries meaning alone. */
export const style = `
${tokensCss}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;color:var(--ink);background:var(--paper);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
.wrap{max-width:74rem;margin:0 auto;padding:0 1rem}
p,li,dd,.notice{max-width:46rem}
h1,h2,h3,h4,h5{line-height:1.25;text-wrap:balance;margin:0 0 .5rem}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.3rem);font-weight:680;letter-spacing:-.01em}
h2{font-size:1.45rem;font-weight:660;margin-top:3.5rem;padding-top:1rem;border-top:2px solid var(--ink)}
h3{font-size:1.15rem;margin-top:2rem}
h4{font-size:1rem;margin-top:1.5rem}
h5{font-size:.95rem;margin-top:1rem}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
:target{background:var(--mark);box-shadow:0 0 0 .35rem var(--mark)}
details:target,section:target{background:none;box-shadow:none}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem 1rem;z-index:9}
header{border-bottom:1px solid var(--line);background:var(--tint);padding:2rem 0 1.5rem}
.kind{margin:0 0 .5rem;color:var(--soft);font-weight:600}
.lede{margin:0;color:var(--soft)}
.notice{border-left:.35rem solid var(--ink);background:var(--tint);padding:.75rem 1rem;margin:1.5rem 0}
.notice p{margin:.25rem 0 0}
.answer p{font-size:1.12rem;line-height:1.6;margin:.4rem 0}
.question{color:var(--soft);margin:.4rem 0 1rem}
ul.plain{list-style:none;padding:0;margin:0}
.muted,small,caption,figcaption small{color:var(--soft)}
small{font-size:.84rem}
nav ol{columns:20rem auto;column-gap:2.5rem;padding-left:2rem}
nav li{break-inside:avoid;padding:.1rem 0}
nav ul{padding-left:1.1rem;margin:0}
dl.facts{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.35rem 1.5rem;margin:1rem 0}
dl.facts dt{color:var(--soft)}
dl.facts dd{margin:0;overflow-wrap:anywhere}
dl.terms dt{font-weight:640;margin-top:.75rem}
dl.terms dd{margin:0}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:1.5rem 2rem;margin:1rem 0}
figure{margin:0;break-inside:avoid}
figcaption{font-weight:640;margin-bottom:.35rem;max-width:20rem}
figcaption small{display:block;font-weight:400}
svg{display:block;max-width:100%;height:auto}
table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.95rem}
caption{text-align:left;padding-bottom:.4rem;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--line)}
table.dense th,table.dense td{padding-right:.6rem}
th:last-child,td:last-child,table.dense th:last-child,table.dense td:last-child{padding-right:0}
thead th{border-bottom:1.5px solid var(--ink);font-size:.88rem;font-weight:640;vertical-align:bottom;hyphens:auto}
thead .quote{display:inline-block;min-width:4.5rem}
tbody th{font-weight:560;min-width:8rem;overflow-wrap:anywhere}
.whole{white-space:nowrap}
.num{text-align:right}
th.num,td.num{padding-right:1.4rem}
td.num{white-space:nowrap}
th.num:last-child,td.num:last-child{padding-right:0}
.fig b{font-weight:640}
.fig b,.fig small{white-space:nowrap}
.fig small{display:block;line-height:1.35}
th small{font-weight:400;display:block}
.fig .n{white-space:normal}
.fig .why{white-space:normal;max-width:14rem}
td.num .fig .why{margin-left:auto}
.up{font-size:.88rem;margin-top:1.5rem}
.tag{display:inline-block;border:1px solid var(--soft);border-radius:.2rem;padding:0 .4rem;font-size:.8rem;line-height:1.5;white-space:nowrap}
.links a{margin-right:.6rem;display:inline-block}
.links a,summary,caption,dt,li,.broken-up{overflow-wrap:anywhere}
.print-only{display:none}
summary{cursor:pointer}
summary h3,summary h4{display:inline;margin:0}
details.more>summary{color:var(--accent);padding:.25rem 0;width:fit-content}
.item{border-left:.3rem solid var(--line);padding:.1rem 0 .1rem .8rem;margin:0 0 1rem}
.item p{margin:.15rem 0}
.item.hit{border-left-color:var(--good)}
.item.wrong{border-left:.3rem double var(--bad)}
.item.neutral{border-left:.3rem dotted var(--soft)}
.verdict{font-weight:640}
.hit .verdict{color:var(--good)}
.wrong .verdict,.bad{color:var(--bad)}
.said{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate}
.said,.quote{unicode-bidi:isolate;overflow-wrap:anywhere}
.refs{font-size:.9rem;margin:.3rem 0 0!important;padding-left:0!important}
.refs>li{margin:.15rem 0}
.answer-of{border-top:1px solid var(--line);padding-top:.6rem;margin-top:.6rem}
.answer-of h3{margin:0}
.answer-of p{margin:.2rem 0 .6rem}
.answer-of .item p,.answer-of .verdict{margin:.15rem 0}
.doc{margin:.3rem 0 .3rem .2rem}
.doc>summary{padding:.2rem 0}
.pagetext{font:inherit;font-size:.9rem;white-space:pre-wrap;overflow-wrap:anywhere;background:var(--tint);padding:.75rem 1rem;margin:.4rem 0;max-width:60rem}
code{font:inherit;font-family:ui-monospace,Consolas,monospace;font-size:.85em;overflow-wrap:anywhere}
footer{border-top:1px solid var(--line);margin-top:4rem;padding:1rem 0 2rem;color:var(--soft);font-size:.9rem}
@media screen and (max-width:44rem){
body{overflow-wrap:anywhere}
dl.facts{grid-template-columns:1fr;gap:0}
dl.facts dd{margin-bottom:.6rem}
.charts{grid-template-columns:minmax(0,1fr)}
${stacked('table')}
}
@media screen and (max-width:62rem){
${stacked('table.wide')}
}
@media screen and (max-width:73.9rem){
${stacked('table.dense')}
}
@media print{
@page{size:A4;margin:18mm 14mm 16mm}
html{font-size:9.2pt}
body{line-height:1.4}
.answer p{font-size:1.05rem}
.skip,.up{display:none}
nav{font-size:.86em;line-height:1.3;break-inside:avoid}
nav li{padding:0}
.wrap{max-width:none;padding:0}
header{background:none;padding:0 0 4mm}
h2{margin-top:8mm;padding-top:2mm;break-after:avoid}
h3,h4,h5,caption{break-after:avoid}
tr,caption,figure,.item,.notice,dl.facts>*{break-inside:avoid}
/* A table of a few rows is not cut: a row alone under a repeated head says little. */
table:not(:has(tbody tr:nth-child(9))){break-inside:avoid}
thead{display:table-header-group}
table{font-size:.88rem}
tbody tr:first-child,li>ul>li:first-child{break-before:avoid}
footer{margin-top:6mm;padding:2mm 0 0;break-before:avoid}
th,td{padding:1.2mm 2mm 1.2mm 0}
small{font-size:.8rem}
table.dense{font-size:.8rem}
table.dense thead th,table.dense small{font-size:.72rem}
table.dense th,table.dense td{padding-right:1mm}
table.dense tbody th{min-width:5.5rem}
table.dense .fig b{white-space:normal}
.charts{grid-template-columns:repeat(2,1fr);gap:4mm 8mm}
.charts figure{width:76mm}
a{color:inherit;text-decoration:none}
details.more:not(.all)::details-content{content-visibility:visible;display:block}
details.more:not(.all)>summary,details.all:not([open]){display:none}
.print-only{display:block}
.print-only:has(+details.all[open]){display:none}
:target{background:none;box-shadow:none}
}
`;
