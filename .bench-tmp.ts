import { createHash } from 'node:crypto'
import pg from 'pg'
const root=process.argv[2]!
const { openEmbeddedServer } = await import(root+'/core/database/embedded/open-embedded-server.ts')
const { openCore } = await import(root+'/core/open-core.ts')
const { createLog } = await import(root+'/core/log.ts')
const { newId } = await import(root+'/core/new-id.ts')
const { mkdtempSync } = await import('node:fs')
const server = await openEmbeddedServer({ dataDir: mkdtempSync('/tmp/bench-'), log: ()=>{} })
const port=(network:string)=>({network,can:new Set(['text']),replyWindowHours:24,limits:{text:{max:4096,unit:'characters'},caption:1024,files:{}},pace:{perSecond:1000},send:async()=>({outcome:'sent',externalId:newId()})})
const core = await openCore({ databaseUrl: server.url, encryptionKeys:[createHash('sha256').update('k').digest()], migrations: root+'/migrations', channels:[port('whatsapp'),port('instagram')] as any, log:createLog('silent') })
const admin=new pg.Pool({connectionString:server.url,max:3}); admin.on('error',()=>{})
const rows=async(t:string,v:any[]=[])=>(await admin.query(t,v)).rows
const organizationId=newId(); const system={kind:'system',organizationId,name:'t'} as const
await core.desk.perform(system,'setUpOrganization',{name:'A',owner:{telegramUserId:1,name:'o'}})
const account=await core.desk.perform(system,'connectChannel',{network:'whatsapp',externalId:'111',name:'A',token:'t'})
const stopped=await core.desk.perform(system,'connectChannel',{network:'instagram',externalId:'222',name:'B',token:'t'})
const [o]=await rows('select id from member'); const owner={kind:'member',organizationId,memberId:o.id} as const
let began=Date.now()
await rows(`with p as (select gen_random_uuid() id, nr from generate_series(1,20000) nr),
 c as (insert into contact(organization_id,id,name) select $1,id,'P'||nr from p),
 l as (insert into lead(organization_id,id,number,contact_id,source,last_message_at,last_inbound_at,last_outbound_at) select $1,id,nr,id,'whatsapp',now()-make_interval(secs=>nr),case when nr%2=0 then now()-make_interval(secs=>nr) end,case when nr%3=0 then now()-make_interval(secs=>nr+100) end from p),
 v as (insert into conversation(organization_id,id,channel_account_id,contact_id,lead_id,last_inbound_at,last_message_at) select $1,id,$2,id,id,now(),now() from p)
 insert into message(organization_id,id,conversation_id,lead_id,channel_account_id,direction,external_id,kind,body,status,sent_at,received_at)
 select $1,gen_random_uuid(),p.id,p.id,$2,case when k%3=0 then 'outbound' else 'inbound' end,'e'||p.nr||'-'||k,'text','hello','received',now()-make_interval(secs=>k*60),now() from p cross join generate_series(1,10) k`,[organizationId,account])
console.log('200k messages stored in', Date.now()-began,'ms')
await rows(`insert into attachment(organization_id,id,message_id,kind,network_media_id,channel_account_id,due_at) select organization_id,gen_random_uuid(),id,'image','m',$1,now()-interval '1 hour' from message limit 100000`,[stopped])
await rows(`insert into attachment(organization_id,id,message_id,kind,network_media_id,channel_account_id,due_at) select organization_id,gen_random_uuid(),id,'image','m',$1,now()-interval '2 hours' from message limit 2`,[account])
await rows(`update channel_account set state='stopped' where id=$1`,[stopped])
await rows('vacuum analyze')
const [one]=await rows('select contact_id,id,lead_id from conversation limit 1')
const db=core.database
const timed=async(n:string,f:()=>Promise<any>)=>{ await f(); const all:number[]=[]; for(let i=0;i<7;i++){ const b=performance.now(); await f(); all.push(performance.now()-b) } all.sort((a,b)=>a-b); console.log(n,all[3]!.toFixed(1),'ms (median), max',all[6]!.toFixed(1)) }
const { claimMedia } = await import(root+'/core/media/claim-media.ts')
let got=0
await timed('claimMedia', async()=>{ got+=(await claimMedia(db,2,[])).length; await rows('update attachment set lease_until=null where lease_until is not null') })
console.log('claimed',got)
for (const q of ['findWaysToAnswer','findLead','readHistory'] as const) await timed(q,()=>(core.desk as any).ask(owner,q,{leadId:one.lead_id}))
let n=0
await timed('queueReply',()=>(core.desk as any).perform(owner,'queueReply',{leadId:one.lead_id,body:'x',origin:{account:'1',chat:'1',message:n++}}))
await timed('edit',()=>(core.desk as any).perform(owner,'queueReply',{leadId:one.lead_id,content:{kind:'revoke'},origin:{account:'1',chat:'1',message:0}}).catch((e:any)=>e))
for (const whose of ['all','mine','unclaimed']) await timed('listInbox '+whose,()=>(core.desk as any).ask(owner,'listInbox',{whose}))
await timed('listInbox offset 10000',()=>(core.desk as any).ask(owner,'listInbox',{offset:9000}))
if (process.argv[3]) { const r=await db.transaction({organizationId},(s:any)=>s.query('explain (analyze) '+process.argv[3])); console.log(r.map((x:any)=>x['QUERY PLAN']).join('\n')) }
const s0=await rows(`select relname,seq_scan,seq_tup_read from pg_stat_user_tables where relname='message'`); console.log(s0)
process.on('exit',()=>{}); await core.close(); await admin.end(); await server.close(); process.exit(0)
