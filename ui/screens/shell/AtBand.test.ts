import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

import AtBand from './AtBand.vue'
import { at, backToNow } from './state'

async function says(path = '/people'): Promise<string> {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)*', component: { template: '<i />' } }] })
  await router.push(path)
  const band = mount(AtBand, { global: { plugins: [router] } })
  const words = band.text()
  band.unmount()
  return words
}

const local = (hour: number, minute: number, second: number) => new Date(2023, 2, 6, hour, minute, second).toISOString()

describe('the line over a page that shows the past', () => {
  afterEach(backToNow)

  it('is not there while all is of now', async () => {
    expect(await says()).toBe('')
  })

  it('says the day, and the moment as exactly as it is: the end of a day, or a minute', async () => {
    at.on = '2019-05'
    expect(await says()).toContain('正在看截至2019年5月的情形，不是今天的')
    at.known_at = local(23, 59, 59)
    expect(await says()).toContain('按2023年3月6日日终时的台账')
    at.on = null
    at.known_at = local(9, 5, 30)
    expect(await says()).toContain('正在看2023年3月6日09:05的台账')
  })

  it('says where the page shows what is now all the same', async () => {
    at.on = '2019-05-01'
    expect(await says('/orders')).toContain('登记和修改已停用')
    expect(await says('/today')).toContain('本页不受此限')
  })
})
