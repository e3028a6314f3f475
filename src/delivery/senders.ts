/** The row of `sender` that paces a channel: a network sends from one messaging service and one mail address. */
export const senderOf = (channel: 'sms' | 'email'): string => (channel === 'sms' ? 'main' : 'mail');
