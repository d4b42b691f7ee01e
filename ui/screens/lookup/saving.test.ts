import { describe, expect, it } from 'vitest'

import { fileName, folderOf } from './saving'

describe('where a file is saved', () => {
  it('takes the folder of a path of either kind', () => {
    expect(folderOf('/home/clerk/青云县.renmian')).toBe('/home/clerk/')
    expect(folderOf('D:\\台账\\青云县.renmian')).toBe('D:\\台账\\')
    expect(folderOf('青云县.renmian')).toBe('')
  })

  it('leaves out what no file system takes', () => {
    expect(fileName('青云县干部花名册 2023.03.31', 'xlsx')).toBe('青云县干部花名册 2023.03.31.xlsx')
    expect(fileName('甲/乙:丙*?', 'csv')).toBe('甲 乙 丙.csv')
  })
})
