/** What the bot says of a question that follows up another. */
export interface FollowUpWording {
  /**
   * Stands in a line of its own above the answer. It is read again from the message, so nothing follows the subject.
   * @param subject by what the question was completed
   */
  readonly after: (subject: string) => string;
}

export const followUpZh: FollowUpWording = { after: (subject) => `承前：${subject}` };
export const followUpZhHant: FollowUpWording = { after: (subject) => `承前：${subject}` };
export const followUpEn: FollowUpWording = { after: (subject) => `Following on: ${subject}` };
