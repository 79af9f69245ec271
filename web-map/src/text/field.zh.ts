/** The words that all phone pages share. */
export const field = {
  storage: '手机存不下了，刚才的内容没有保存：请清理手机空间后再试，不要用无痕模式打开',
  noGnss: '定位没有打开：请在手机设置里允许定位，或者在地图上选',
  noFix: '收不到卫星信号：请到空旷处重新定位，或者在地图上选',
  tooMany: (most: number) => `最多 ${most} 张，多选的没有放进来`,
  nth: (words: string, number: number) => `${words}第 ${number} 张`,
  mapOpening: '地图正在打开……',
} as const
