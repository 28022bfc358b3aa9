/** What the gym's prices are in, in the chats of its past as in what its leads were worth. */
export const demoCurrency = 'EUR'
