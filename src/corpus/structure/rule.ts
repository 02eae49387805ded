const RULE = /^[—–\-_=＝*＊~～·.…━─═★☆◆◇●○■□\s]{3,}$/u;

/** Whether a line is drawn across the page and says nothing. */
export function isRule(text: string): boolean {
  return RULE.test(text);
}
