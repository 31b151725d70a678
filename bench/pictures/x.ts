import {makeHome} from '../program.ts';
import {sittings} from './scenes.ts';
import {prepare, take} from './take.ts';
import {writeFileSync} from 'node:fs';
const t=performance.now(); const lap=(s:string)=>console.log(s,Math.round(performance.now()-t));
const home=makeHome(); 
try { await prepare(home); lap('prepared');
for (const {look,scenes} of sittings) for (const [n,p] of await take(home,{look,scenes:scenes.slice(0,Number(process.argv[2]??2))})) {writeFileSync(`/tmp/demo/${n}.svg`,p); lap(n);} } finally {home.remove();}
