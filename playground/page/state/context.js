/** @import { DemoChats } from '../../user-api.js' */

/**
 * What every part of the page works with.
 * @typedef {object} Context
 * @property {import('./store.js').Store} store
 * @property {import('../labels/labels.js').Labels} labels
 * @property {import('./preferences.js').Language} language
 * @property {DemoChats} demo
 * @property {(text: string) => void} notify shows a short notice
 * @property {(text: string) => void} alert shows a notice that has to be closed
 * @property {(work: Promise<unknown>) => void} attempt shows why it failed, if it does
 * @property {(payload: string | undefined) => void} start opens a deep link to the bot
 * @property {(pane: import('../shell/tabs.js').PaneName) => void} show brings a pane to the front
 * @property {(chat: number, query: string) => void} writeInline begins an inline query in a chat
 * @property {(query: string) => void} chooseChat asks for a chat, and begins an inline query there
 */

export {};
