export const extensionUri = 'urn:yiwang:bpmn:1'

const attribute = (name: string, type = 'String') => ({ name, isAttr: true, type })

/** What a flow says beyond BPMN itself: who, by when, on which form. Read by bpmn-moddle here and by bpmn-js in the editor. */
export const moddleExtension = {
  name: 'Yiwang',
  prefix: 'yiwang',
  uri: extensionUri,
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    { name: 'StagedNode', extends: ['bpmn:FlowNode'], properties: [attribute('stage')] },
    { name: 'FormTask', extends: ['bpmn:UserTask'], properties: [attribute('formKey'), attribute('duty')] },
    { name: 'HostTask', extends: ['bpmn:ServiceTask'], properties: [attribute('operation')] },
    { name: 'PinnedCall', extends: ['bpmn:CallActivity'], properties: [attribute('version')] },
    { name: 'WorkdayTimer', extends: ['bpmn:TimerEventDefinition'], properties: [attribute('workdays')] },
    {
      name: 'CollectionLoop',
      extends: ['bpmn:MultiInstanceLoopCharacteristics'],
      properties: [attribute('collection'), attribute('element'), attribute('result'), attribute('collect')],
    },
    {
      name: 'Candidates',
      superClass: ['Element'],
      properties: ['role', 'body', 'division', 'expertise', 'users', 'notDoneBy'].map((name) => attribute(name)),
    },
    { name: 'Limit', superClass: ['Element'], properties: [attribute('value'), attribute('unit')] },
    {
      name: 'Decision',
      superClass: ['Element'],
      properties: [attribute('variable'), { name: 'options', isMany: true, type: 'Option' }],
    },
    { name: 'Option', superClass: ['Element'], properties: [attribute('value'), attribute('label'), attribute('action')] },
    { name: 'In', superClass: ['Element'], properties: [attribute('from'), attribute('to')] },
    { name: 'Out', superClass: ['Element'], properties: [attribute('from'), attribute('to')] },
  ],
}
