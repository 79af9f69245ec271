/** Asks again after each change, but only once the changes pause, and lets only the newest answer through. */
export class Latest<Q, A> {
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: AbortController | undefined

  constructor(
    private readonly ask: (question: Q, signal: AbortSignal) => Promise<A>,
    private readonly pauseMs: number,
    private readonly done: (answer: A) => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  put(question: Q): void {
    this.cancel()
    this.timer = setTimeout(() => void this.run(question), this.pauseMs)
  }

  cancel(): void {
    clearTimeout(this.timer)
    this.running?.abort()
    this.running = undefined
  }

  private async run(question: Q): Promise<void> {
    const mine = (this.running = new AbortController())
    try {
      const answer = await this.ask(question, mine.signal)
      if (this.running === mine) this.done(answer)
    } catch (error) {
      if (this.running === mine) this.failed(error)
    }
  }
}
