/** Who may take a user task (岗位). Values beginning with `=` are paths to a variable, read when the task opens. */
export type Candidates = {
  roles: string[]
  /** `implementing` is the body that carries out the item (实施机构); anything else is the code of a body. */
  body?: string
  division?: string
  expertise?: string
  users?: string[]
  /** Nobody who completed one of these tasks of the same case may take this one (审查与决定分离). */
  notDoneBy?: string[]
}

export type LimitUnit = 'workday' | 'day' | 'hour'
/** The time limit of one step (环节时限); the host turns it into a date by its own calendar. */
export type Limit = { value: number; unit: LimitUnit }

/** The action of a step as exchanged between systems (业务动作, appendix 3-4): 通过, 退回, 其他. */
export type Action = 'pass' | 'return' | 'other'
export type DecisionOption = { value: string; label: string; action: Action }
/** A decision point (决定点): the variable that must be given one of the options when the task is completed. */
export type Decision = { variable: string; options: DecisionOption[] }

export type Trigger =
  | { kind: 'duration'; duration: string }
  | { kind: 'workdays'; count: number }
  | { kind: 'date'; date: string }
  | { kind: 'message'; message: string }

export type TimerTrigger = Exclude<Trigger, { kind: 'message' }>

/** Multi-instance (会签, 征求多部门意见): once per element of a collection, or a given number of times. */
export type Loop = {
  sequential: boolean
  collection?: string
  /** Name under which one instance sees its element. */
  element?: string
  cardinality?: string
  completionCondition?: string
  /** Variable of one instance, kept apart from the others' … */
  result?: string
  /** … and the list into which the results are collected, in order of completion. */
  collect?: string
}

export type VariableCopy = { from: string; to: string }
export type CalledFlow = { key: string; version: number }

type Common = {
  id: string
  name: string
  /** The sub-process or call activity that contains the node. */
  parent?: string
  /** Which of the public stages (对外环节) the node belongs to, e.g. 审查. */
  stage?: string
}
type Repeatable = { loop?: Loop }

export type UserTask = Common &
  Repeatable & {
    type: 'userTask'
    candidates: Candidates
    formKey?: string
    limit?: Limit
    /** What the post does in this step (工作职责). */
    duty?: string
    decision?: Decision
  }
export type ServiceTask = Common & Repeatable & { type: 'serviceTask'; operation?: string }
export type ReceiveTask = Common & Repeatable & { type: 'receiveTask'; message?: string }
export type SubProcess = Common & Repeatable & { type: 'subProcess' }
/** Once linked, the nodes of the called definition stand below the activity, ids prefixed with its own. */
export type CallActivity = Common & Repeatable & { type: 'callActivity'; calls?: CalledFlow; in?: VariableCopy[]; out?: VariableCopy[] }
export type BoundaryEvent = Common & { type: 'boundaryEvent'; attachedTo: string; interrupting: boolean; trigger?: Trigger }
export type CatchEvent = Common & { type: 'catchEvent'; trigger?: Trigger }
export type Gateway = Common & { type: 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway'; default?: string }

export type Activity = UserTask | ServiceTask | ReceiveTask | SubProcess | CallActivity
export type FlowNode =
  | (Common & { type: 'startEvent' })
  | (Common & { type: 'endEvent'; terminate: boolean })
  | Activity
  | Gateway
  | BoundaryEvent
  | CatchEvent

export type NodeType = FlowNode['type']

export type SequenceFlow = { id: string; name: string; source: string; target: string; condition?: string; parent?: string }

/** One immutable revision of a flow. Plain JSON; nodes and flows of all levels stand in one list. */
export type Definition = { key: string; version: number; name: string; nodes: FlowNode[]; flows: SequenceFlow[] }

const activityTypes: NodeType[] = ['userTask', 'serviceTask', 'receiveTask', 'subProcess', 'callActivity']

export function isActivity(node: FlowNode): node is Activity {
  return activityTypes.includes(node.type)
}

export function isContainer(node: FlowNode): node is SubProcess | CallActivity {
  return node.type === 'subProcess' || node.type === 'callActivity'
}

/** Nodes at which a token rests until a person, another system or the clock does something. */
export function isWaiting(node: FlowNode): boolean {
  return node.type === 'userTask' || node.type === 'receiveTask' || node.type === 'catchEvent'
}
