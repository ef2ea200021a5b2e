/** Words for one thing: whoever writes one finds the others. */
const same: readonly string[] = [
  '身份证 居民身份证',
  '社保卡 社会保障卡',
  '社保 社会保险',
  '医保 医疗保险 基本医疗保险',
  '公积金 住房公积金',
  '低保 最低生活保障',
  '驾照 驾驶证 机动车驾驶证',
  '行驶证 机动车行驶证',
  '房产证 房本 不动产权证 不动产登记',
  '户口本 户口簿 居民户口簿 户口薄',
  '健康证 从业人员健康证明',
  '残疾证 残疾人证',
  '准生证 生育服务证 生育登记',
  '港澳通行证 往来港澳通行证',
  '台湾通行证 往来台湾通行证',
  '环评 环境影响评价',
  '老年证 老年人优待证',
  '教师证 教师资格 教师资格证',
  '信用代码 统一社会信用代码',
]

/** What people say, and what the office calls it; only in this direction. */
const called: readonly (readonly [everyday: string, official: string])[] = [
  ['营业执照 工商执照 执照', '企业设立 个体工商户 公司设立 营业执照'],
  ['开店 开个店 开小店 开超市 摆摊 做生意', '个体工商户 营业执照 企业设立'],
  ['开公司 办公司 注册公司 公司注册 成立公司 创业', '企业设立 公司设立 营业执照'],
  ['关店 注销公司 公司倒闭 不干了', '企业注销 公司注销 个体工商户注销'],
  ['开饭店 开餐馆 开饭馆 开餐厅 小吃店 奶茶店 开食堂 卖吃的', '食品经营许可 食品经营 餐饮服务'],
  ['开药店 卖药', '药品经营许可 药品零售'],
  ['开诊所 开医院', '医疗机构 执业许可'],
  ['开网吧', '互联网上网服务'],
  ['开宾馆 开旅馆 开民宿 开酒店', '旅馆业 特种行业许可 公共场所卫生许可'],
  ['开理发店 开美容院 开浴室 开ktv', '公共场所卫生许可'],
  ['开幼儿园 办学校 办培训班', '民办学校 民办教育'],
  ['上户口 报户口 入户 新生儿', '出生登记 户口登记'],
  ['迁户口 转户口 落户', '户口迁移 迁移落户'],
  ['销户 去世 过世 死亡', '死亡登记 注销户口'],
  ['领证 扯证 结婚', '结婚登记'],
  ['离婚', '离婚登记'],
  ['生孩子 生二胎 生三胎 怀孕', '生育登记 生育保险'],
  ['失业 下岗 没工作', '失业登记 失业保险'],
  ['退休 养老', '养老保险 退休'],
  ['看病 报销', '医疗保险 医疗救助'],
  ['买房 过户 卖房 二手房', '不动产登记 房屋转移登记'],
  ['盖房 建房 造房子', '乡村建设规划许可 工程规划 施工许可'],
  ['装修', '施工许可 消防'],
  ['出国', '护照 出入境'],
  ['换证 丢了 丢失 遗失 掉了', '补领 换领 补办'],
  ['砍树', '林木采伐'],
  ['挖路', '占用挖掘 城市道路'],
  ['招牌 广告牌', '户外广告'],
  ['开出租 跑滴滴 网约车', '道路运输 网约车 从业资格'],
  ['打官司', '法律援助'],
  ['困难补助 救济', '临时救助 最低生活保障'],
]

export const synonyms: ReadonlyMap<string, readonly string[]> = collect()

function collect(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const add = (word: string, others: readonly string[]): void => {
    const known = found.get(word) ?? []
    found.set(word, [...known, ...others.filter((other) => other !== word && !known.includes(other))])
  }
  for (const line of same) for (const word of line.split(' ')) add(word, line.split(' '))
  for (const [everyday, official] of called) for (const word of everyday.split(' ')) add(word, official.split(' '))
  return found
}
