/** Application forms in the dialect of @yiwang/forms. What the space or a register knows is filled in. */

type Field = Readonly<Record<string, unknown>>
export interface DemoForm {
  key: string
  name: string
  schema: Readonly<Record<string, unknown>>
}

const text = (title: string, more: Field = {}): Field => ({ type: 'string', title, minLength: 1, maxLength: 100, ...more })
const choice = (title: string, options: readonly (readonly [string, string])[]): Field => ({
  type: 'string',
  title,
  oneOf: options.map(([value, label]) => ({ const: value, title: label })),
})
const number = (title: string, more: Field = {}): Field => ({ type: 'number', title, minimum: 0, maximum: 100_000_000, ...more })
const count = (title: string, more: Field = {}): Field => ({ type: 'integer', title, minimum: 0, maximum: 1_000_000, ...more })
const date = (title: string): Field => ({ type: 'string', title, format: 'date' })
const grouped = (group: string, fields: Readonly<Record<string, Field>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, 'x-group': group }]))

const promise: Field = { type: 'boolean', title: '本人承诺所填内容和所提交材料真实有效', const: true }
const person = grouped('applicant', {
  name: text('姓名', { 'x-source': 'population.name', 'x-locked': true, 'x-mask': 'name' }),
  idNumber: text('公民身份号码', {
    format: 'person-id',
    maxLength: 18,
    'x-source': 'population.idNumber',
    'x-locked': true,
    'x-mask': 'person-id',
  }),
  mobile: text('手机号码', { format: 'mobile', maxLength: 11, 'x-source': 'space.mobile', 'x-mask': 'mobile' }),
  address: text('联系地址', { maxLength: 200, 'x-source': 'space.address' }),
})
const organisation = grouped('applicant', {
  organisationName: text('单位名称', { 'x-source': 'organisation.name', 'x-locked': true }),
  uscc: text('统一社会信用代码', { format: 'uscc', maxLength: 18, 'x-source': 'organisation.uscc', 'x-locked': true }),
  legalRepresentative: text('法定代表人（负责人）', { 'x-source': 'organisation.legalRepresentative' }),
  handlerName: text('经办人', { 'x-source': 'space.name' }),
  mobile: text('经办人手机号码', { format: 'mobile', maxLength: 11, 'x-source': 'space.mobile', 'x-mask': 'mobile' }),
})
const either = grouped('applicant', {
  applicantName: text('申请人（姓名或单位名称）', { 'x-source': 'space.name', 'x-locked': true }),
  applicantNumber: text('证件号码或统一社会信用代码', {
    format: 'holder-number',
    maxLength: 18,
    'x-source': 'space.number',
    'x-locked': true,
    'x-mask': 'holder-number',
  }),
  mobile: text('联系手机', { format: 'mobile', maxLength: 11, 'x-source': 'space.mobile', 'x-mask': 'mobile' }),
  address: text('联系地址', { maxLength: 200, 'x-source': 'space.address' }),
})

const optional = new Set(['address', 'legalRepresentative', 'remark', 'otherName'])

function form(key: string, name: string, applicant: Readonly<Record<string, Field>>, own: Readonly<Record<string, Field>> = {}): DemoForm {
  const remark = { type: 'string', title: '其他说明', maxLength: 500 }
  const properties: Readonly<Record<string, Field>> = {
    ...applicant,
    ...grouped('matter', { ...own, remark }),
    ...grouped('promise', { promise }),
  }
  const groups = [
    { id: 'applicant', title: '申请人' },
    { id: 'matter', title: '申请内容' },
    { id: 'promise', title: '承诺' },
  ]
  const asked = Object.entries(properties).filter(([field, { 'x-when': when }]) => !optional.has(field) && when === undefined)
  const required = asked.map(([field]) => field)
  return { key, name, schema: { type: 'object', additionalProperties: false, 'x-groups': groups, properties, required } }
}

export const generalForms = {
  person: form('person-general', '个人事项申请表', person, { reason: text('申请事由', { maxLength: 500 }) }),
  organisation: form('organisation-general', '法人事项申请表', organisation, { reason: text('申请事由', { maxLength: 500 }) }),
  either: form('general', '申请表', either, { reason: text('申请事由', { maxLength: 500 }) }),
}

const business = {
  shopName: text('经营场所名称'),
  shopAddress: text('经营场所地址', { maxLength: 200 }),
  area: number('使用面积（平方米）'),
}

/** The forms of the items that run from end to end, by guide. */
export const ownForms: Readonly<Record<string, DemoForm>> = {
  'idcard-renew': form('idcard-renew', '居民身份证换领申请表', person, {
    reason: choice('换领原因', [
      ['expired', '有效期满'],
      ['damaged', '证件损坏'],
      ['changed', '姓名等信息变更'],
    ]),
    previousValidTo: date('原证有效期止'),
    collectAt: choice('领证方式', [
      ['counter', '到窗口领取'],
      ['courier', '寄送到家'],
    ]),
  }),
  'residence-permit': form('residence-permit', '居住证申领登记表', person, {
    residence: text('现居住地址', { maxLength: 200 }),
    since: date('居住起始日期'),
    ground: choice('居住事由', [
      ['work', '稳定就业'],
      ['home', '稳定住所'],
      ['study', '连续就读'],
    ]),
    employer: text('就业单位', { 'x-when': { field: 'ground', is: ['work'] } }),
    school: text('就读学校', { 'x-when': { field: 'ground', is: ['study'] } }),
  }),
  passport: form('passport', '中国公民出入境证件申请表', person, {
    surnamePinyin: text('姓（拼音）', { pattern: '^[A-Z]{1,30}$', 'x-pattern-hint': '大写拼音字母' }),
    givenPinyin: text('名（拼音）', { pattern: '^[A-Z]{1,40}$', 'x-pattern-hint': '大写拼音字母' }),
    purpose: choice('申请事由', [
      ['travel', '旅游'],
      ['study', '留学'],
      ['family', '探亲'],
      ['business', '商务'],
    ]),
    urgentContact: text('紧急联系人'),
    urgentPhone: text('紧急联系人电话', { format: 'phone', maxLength: 30 }),
  }),
  marriage: form('marriage', '申请结婚登记声明书', person, {
    partnerName: text('对方姓名'),
    partnerNumber: text('对方公民身份号码', { format: 'person-id', maxLength: 18, 'x-mask': 'person-id' }),
    unmarried: { type: 'boolean', title: '双方均无配偶，没有直系血亲和三代以内旁系血亲关系', const: true },
  }),
  'medical-remote': form('medical-remote', '异地就医备案登记表', person, {
    kind: choice('备案类型', [
      ['retired', '异地安置退休'],
      ['resident', '异地长期居住'],
      ['working', '常驻异地工作'],
      ['referral', '异地转诊'],
    ]),
    destination: text('就医地', { format: 'division', maxLength: 12 }),
    from: date('备案开始日期'),
  }),
  'fund-withdraw': form('fund-withdraw', '住房公积金提取申请表', person, {
    amountFen: { type: 'integer', title: '提取金额', format: 'money', minimum: 100, maximum: 1_000_000_000 },
    houseAddress: text('所购住房地址', { maxLength: 200 }),
    contractNumber: text('购房合同编号'),
    bankCard: text('收款银行卡号', { format: 'bank-card', maxLength: 19, 'x-mask': 'bank-card' }),
  }),
  'individual-register': form('individual-register', '个体工商户登记申请书', person, {
    shopName: text('名称'),
    otherName: text('备选名称'),
    shopAddress: text('经营场所', { maxLength: 200 }),
    scope: text('经营范围', { maxLength: 500 }),
    workers: count('从业人数', { maximum: 500 }),
  }),
  'company-register': form('company-register', '公司登记（备案）申请书', organisationFounder(), {
    companyName: text('公司名称'),
    companyAddress: text('住所', { maxLength: 200 }),
    scope: text('经营范围', { maxLength: 1000 }),
    capitalFen: { type: 'integer', title: '注册资本', format: 'money', minimum: 100, maximum: 99_999_999_999 },
    shareholders: {
      type: 'array',
      title: '股东（发起人）',
      minItems: 1,
      maxItems: 50,
      items: {
        type: 'object',
        title: '股东',
        additionalProperties: false,
        required: ['name', 'share'],
        properties: { name: text('姓名或名称'), share: number('出资比例（%）', { maximum: 100 }) },
      },
    },
  }),
  'food-business': form('food-business', '食品经营许可申请书', either, {
    ...business,
    kind: choice('主体业态', [
      ['sale', '食品销售经营者'],
      ['catering', '餐饮服务经营者'],
      ['canteen', '单位食堂'],
    ]),
    scope: text('经营项目', { maxLength: 500 }),
    workers: count('食品从业人员数', { maximum: 10_000 }),
  }),
  'public-place-hygiene': form('public-place-hygiene', '公共场所卫生许可证申请表', either, {
    ...business,
    kind: choice('场所类别', [
      ['hotel', '宾馆、旅店'],
      ['beauty', '美容店、理发店'],
      ['bath', '公共浴室'],
      ['pool', '游泳场（馆）'],
      ['cinema', '影剧院'],
    ]),
    centralAir: { type: 'boolean', title: '使用集中空调通风系统' },
  }),
  'realestate-transfer': form('realestate-transfer', '不动产登记申请书', either, {
    unitNumber: text('不动产单元号', { pattern: '^[0-9]{12}[A-Z]{2}[0-9A-Z]{14}$', maxLength: 28, 'x-pattern-hint': '28 位不动产单元号' }),
    place: text('坐落', { maxLength: 200 }),
    area: number('建筑面积（平方米）'),
    priceFen: { type: 'integer', title: '成交价格', format: 'money', minimum: 0, maximum: 99_999_999_999 },
    other: text('对方姓名或名称'),
  }),
  'water-permit': form('water-permit', '取水许可申请书', either, {
    source: choice('取水水源', [
      ['river', '江河'],
      ['lake', '湖泊、水库'],
      ['ground', '地下水'],
    ]),
    place: text('取水地点', { maxLength: 200 }),
    yearly: number('年取水量（万立方米）'),
    purpose: text('取水用途', { maxLength: 200 }),
  }),
  lawyer: form('lawyer', '律师执业申请登记表', person, {
    qualificationNumber: text('法律职业资格证书编号', { maxLength: 40 }),
    firm: text('拟执业律师事务所'),
    internshipTo: date('实习结束日期'),
    partTime: { type: 'boolean', title: '申请兼职律师执业' },
  }),
  'gov-info': form('gov-info', '政府信息公开申请表', either, {
    wanted: text('所需政府信息的内容描述', { maxLength: 1000 }),
    form: choice('获取方式', [
      ['mail', '邮寄'],
      ['email', '电子邮件'],
      ['collect', '自行领取'],
    ]),
    documents: count('所需信息件数', { minimum: 1, maximum: 1000 }),
  }),
}

function organisationFounder(): Readonly<Record<string, Field>> {
  return grouped('applicant', {
    handlerName: text('经办人', { 'x-source': 'space.name' }),
    idNumber: text('经办人公民身份号码', { format: 'person-id', maxLength: 18, 'x-source': 'population.idNumber', 'x-mask': 'person-id' }),
    mobile: text('经办人手机号码', { format: 'mobile', maxLength: 11, 'x-source': 'space.mobile', 'x-mask': 'mobile' }),
  })
}

export const demoForms: readonly DemoForm[] = [...Object.values(generalForms), ...Object.values(ownForms)]
