/** No answer at all, or an answer that says no. */
export const isProblem = ({ status }) => status === 0 || status >= 400

/** An empty getUpdates: the bot asked whether anything is new, and nothing was. */
export function isPolling({ title, status, response }) {
  if (!title.endsWith('/getUpdates')) return false
  const found = response?.result ?? response?.body?.result
  return status === 200 && (!Array.isArray(found) || found.length === 0)
}
