// By hand: node platform/search/bench.ts — how long words, sounds and marks take once the dictionary is loaded.
import { highlight, indexText, queryText } from './index.ts'

const name = '食品经营许可证核发（新办、变更、延续、补证、注销）'
const body = '从事食品销售和餐饮服务的经营者应当依法取得食品经营许可，有效期五年。'.repeat(60)
const questions = ['身分证怎么办', '我想开个店', '食品经营许可证', 'shenfenzheng', '小孩上户口要什么材料', '取水许可']

function measure(label: string, rounds: number, run: (round: number) => unknown): void {
  for (let round = 0; round < rounds / 10; round++) run(round)
  const before = performance.now()
  for (let round = 0; round < rounds; round++) run(round)
  const each = ((performance.now() - before) * 1000) / rounds
  console.log(`${label.padEnd(36)} ${each.toFixed(1).padStart(8)} µs`)
}

const start = performance.now()
indexText('身份证')
queryText('身份证')
console.log(
  `first word, dictionary loaded ${(performance.now() - start).toFixed(0)} ms, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB in all`,
)
measure('index a name (24 signs)', 5000, () => indexText(name))
measure(`index a body (${body.length} signs)`, 200, () => indexText(body))
measure('understand a question', 5000, (round) => queryText(questions[round % questions.length] ?? ''))
measure('mark a name', 5000, (round) => highlight(name, questions[round % questions.length] ?? ''))
measure('mark a body', 200, (round) => highlight(body, questions[round % questions.length] ?? ''))
