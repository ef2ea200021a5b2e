import { language } from '../words/index.ts'

/** The words bpmn-js itself says. */
const chinese: Readonly<Record<string, string>> = {
  'Activate hand tool': '移动画布',
  'Activate lasso tool': '框选',
  'Activate create/remove space tool': '调整间距',
  'Activate global connect tool': '连线',
  'Create start event': '开始',
  'Create intermediate/boundary event': '中间事件',
  'Create end event': '结束',
  'Create gateway': '网关',
  'Create task': '环节',
  'Create expanded sub-process': '子流程',
  'Create data object reference': '数据对象',
  'Create data store reference': '数据存储',
  'Create pool/participant': '泳池',
  'Create group': '分组',
  'Append task': '接着加一个环节',
  'Append end event': '接着结束',
  'Append gateway': '接着加一个网关',
  'Append intermediate/boundary event': '接着加一个事件',
  'Append {type}': '接着加{type}',
  'Change element': '更换类型',
  'Change type': '更换类型',
  'Add text annotation': '加注释',
  'Connect to other element': '连接到',
  'Connect using sequence/message flow or association': '连接到',
  Delete: '删除',
  Remove: '删除',
  'User task': '人工环节',
  'Service task': '系统环节',
  Task: '环节',
  'Call activity': '调用流程',
  'Exclusive gateway': '排他网关',
  'Parallel gateway': '并行网关',
  'Inclusive gateway': '包容网关',
  'Timer intermediate catch event': '定时',
  'Message intermediate catch event': '等待消息',
  'Search diagram': '查找',
  'Toggle non-interrupting': '是否中断',
}

export const translation = {
  translate: [
    'value',
    (text: string, values: Readonly<Record<string, string>> = {}) => {
      const said = language() === 'zh-CN' ? (chinese[text] ?? text) : text
      return said.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
    },
  ],
}
