/** 检查证05380021, 执法证号江160702, 证件编号：SL-0211: what the paper calls the certificate is no part of its number. */
export const bareNumber = (number: string) =>
  number
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^\p{sc=Han}{0,6}?证件?(?:编?号码?[:.为是]?(?=[\p{sc=Han}A-Za-z\d])|[:.]?(?=[A-Za-z\d]))/u, '');
