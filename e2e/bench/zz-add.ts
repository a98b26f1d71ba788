import { SearchIndex } from "../../renderer/library/search/search-index.ts";
import { Tokeniser } from "../../renderer/library/search/tokenise.ts";
import { generateBriefings } from "./corpus.ts";
const docs=[...generateBriefings({count:6000,seed:4})].map((b,i)=>({id:b.id,revision:1,time:i,title:b.title,keyPoints:b.keyPoints,sourceName:"B",body:JSON.parse(JSON.stringify(b.body)) as string[]}));
let words=0; for(const d of docs) for(const t of d.body) words+=t.split(" ").length;
for(let r=0;r<3;r++){ let n=0; const tk=new Tokeniser(()=>{n++}); const c=process.cpuUsage(); for(const d of docs) for(const t of d.body) tk.run(t); console.log("tokenise only", (process.cpuUsage(c).user*1000/words).toFixed(0),"ns/word");}
for(let r=0;r<3;r++){ const index=new SearchIndex(); const c=process.cpuUsage(); const t=performance.now(); index.add(docs); const u=process.cpuUsage(c); const c2=process.cpuUsage(); index.serialise(); const u2=process.cpuUsage(c2);
console.log("add cpu", (u.user/1000/docs.length).toFixed(3),"ms/doc", (u.user*1000/words).toFixed(0),"ns/word wall",((performance.now()-t)/docs.length).toFixed(3),"seal+serialise",u2.user/1000); }
