import type { SketchKind } from '@/draw/sketch'
import type { Tool } from '@/draw/drawing'

/** The words of the drawing tools. */
export const draw = {
  tools: '绘图工具',
  kinds: { line: '画线', polygon: '画面', point: '画点' } satisfies Record<SketchKind, string>,
  adopt: '采用已有图形',
  extend: '延长',
  split: '分割',
  reverse: '反向',
  deleteVertex: '删除节点',
  undo: '撤销',
  redo: '重做',
  clear: '清除',
  finish: '完成',
  continueHere: '从此端继续',
  start: '起',
  end: '止',
  hints: {
    draw: '点击加点，点最后一点或按回车完成',
    drawPoint: '在地图上点一下确定位置',
    drawPolygon: '沿边界逐点点击，点第一点或按回车闭合',
    edit: '拖动节点可移动，拖动线段可加点，点选节点后可删除',
    extend: '点击新的端点，从较近的一端延长',
    split: '点击线上要分开的位置',
    keep: '点击要保留的一段',
    adopt: '点击地图上已有的道路、水系或地块',
  } satisfies Record<Tool | 'drawPoint' | 'drawPolygon', string>,
  length: '长',
  area: '面积',
  vertices: (n: number) => `${n} 个节点`,
  bearing: (degrees: number) => `方位 ${Math.round(degrees) % 360}°`,
  course: (from: string, to: string) => `由${from}向${to}`,
  nothingToAdopt: '这里没有可采用的图形',
  compass: ['北', '东北', '东', '东南', '南', '西南', '西', '西北'],
  label: '绘图地图',
} as const
