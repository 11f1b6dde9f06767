// import.mjs DIR prints lucide.txt from the folder of the npm package lucide-static:
// one icon a line, its name, its one-word tags and its parts in the form of set.go.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const [nodes, tags] = ['icon-nodes.json', 'tags.json'].map(f => JSON.parse(readFileSync(join(process.argv[2], f), 'utf8')))
const n = v => String(Math.round(Number(v ?? 0) * 1000) / 1000)
const part = {
  path: a => (/z\s*$/i.test(a.d) ? '*' : '') + 'p ' + a.d.replace(/\s+/g, ' '),
  circle: a => `*c ${n(a.cx)} ${n(a.cy)} ${n(a.r)}`,
  rect: a => `*r ${n(a.x)} ${n(a.y)} ${n(a.width)} ${n(a.height)} ${n(a.rx ?? a.ry)}`,
  line: a => `p M${n(a.x1)} ${n(a.y1)}L${n(a.x2)} ${n(a.y2)}`,
  polyline: a => 'p M' + a.points.trim(),
  polygon: a => `*p M${a.points.trim()}z`,
  ellipse: a => `*p M${n(a.cx - a.rx)} ${n(a.cy)}a${n(a.rx)} ${n(a.ry)} 0 1 0 ${n(2 * a.rx)} 0a${n(a.rx)} ${n(a.ry)} 0 1 0 ${n(-2 * a.rx)} 0z`,
}
for (const name of Object.keys(nodes).sort()) {
  const words = [...new Set((tags[name] ?? []).map(t => t.toLowerCase()).filter(t => /^[a-z]{3,}$/.test(t)))]
  console.log([name, words.join(' '), nodes[name].map(([tag, a]) => part[tag](a)).join('|')].join('\t'))
}
