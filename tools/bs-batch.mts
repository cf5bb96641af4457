import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { CHROMIUM_ARGUMENTS } from '/tmp/w/wt/batch/tools/chromium.ts';
const server = await preview({root:'/tmp/w/wt/batch', preview:{port:0}});
const url = server.resolvedUrls!.local[0];
const b = await chromium.launch({executablePath:'/usr/bin/chromium', args:[...CHROMIUM_ARGUMENTS.wasm]});
for (const [name,w,h,dark,locale] of [['laptop',1440,900,false,'en'],['phone',390,844,false,'en'],['laptop-dark',1440,900,true,'en'],['projector',1920,1080,false,'fr']] as const) {
const page = await b.newPage({viewport:{width:w,height:h},colorScheme:dark?'dark':'light',locale});
page.on('console',m=>{ if(m.type()==='error') console.log(name,m.text().slice(0,300))}); page.on('pageerror',e=>console.log('PE',e.message.slice(0,300)));
await page.addInitScript(()=>{ delete (window as any).showDirectoryPicker; delete (Window.prototype as any).showDirectoryPicker; });
await page.goto(url+'?backend=wasm#batch'); await page.waitForTimeout(1200); await page.screenshot({path:`/tmp/w/bs/b-${name}-0.png`});
const ch=page.waitForEvent('filechooser'); await page.getByTestId('batch-folder').first().click(); await (await ch).setFiles('/tmp/w/bs/few');
await page.getByTestId('row-ages').nth(2).waitFor({timeout:60000}); await page.waitForTimeout(300);
await page.screenshot({path:`/tmp/w/bs/b-${name}-1.png`});
const t=Date.now();
if (name==='laptop'||name==='projector') { await page.waitForFunction(()=>document.querySelector('[data-testid=batch-progress]')?.getAttribute('data-status')==='idle',undefined,{timeout:200000}); console.log(name,'done after',Date.now()-t);
await page.waitForTimeout(300); await page.screenshot({path:`/tmp/w/bs/b-${name}-2.png`});
await page.getByTestId('filter-failed').click(); await page.waitForTimeout(300); await page.screenshot({path:`/tmp/w/bs/b-${name}-3.png`}); await page.getByTestId('filter-all').click();
await page.getByRole('columnheader').nth(2).getByRole('button').click(); await page.waitForTimeout(300);await page.screenshot({path:`/tmp/w/bs/b-${name}-4.png`}); }
else { await page.getByTestId('batch-pause').click(); await page.waitForTimeout(500); await page.screenshot({path:`/tmp/w/bs/b-${name}-2.png`,fullPage:true}); }
await page.close();
}
await b.close(); await server.close(); process.exit(0);
