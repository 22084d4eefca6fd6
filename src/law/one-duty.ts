/** 应当具备下列条件，取得许可：the items are parts of one duty, which whoever had no permit broke as a whole. */
export const ONE_DUTY =
  /(?:具备|符合|满足|具有)(?:下列|以下)[^：:。（(]{0,8}(?:条件|要求)|(?:提交|提供|报送|载明|记载|标明|包括)(?:下列|以下)[^：:。（(]{0,8}(?:材料|文件|资料|内容|事项)/;
