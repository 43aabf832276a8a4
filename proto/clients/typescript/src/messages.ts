import { MESSAGES } from "./generated/messages.js";

export type Language = "en" | "zh";
export type MessageCode = keyof typeof MESSAGES;

/** Returns the message of a code with its slots filled. */
export function messageText(code: MessageCode, language: Language, slots: Record<string, string> = {}): string {
  return MESSAGES[code][language].replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot);
}
