/** Recordings longer than this are no reading of a name. */
export const LONGEST_SECONDS = 20

const FORMATS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']

/** The first format that this browser can write. */
export function formatOf(supports: (type: string) => boolean): string | undefined {
  return FORMATS.find(supports)
}

export interface Recording {
  /** the loudest of the moment, 0 to 1 */
  level: () => number
  stop: () => Promise<Blob>
  cancel: () => void
}

/** Asks for the microphone and begins; fails where the browser or the person says no. */
export async function startRecording(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } })
  const recorder = new MediaRecorder(stream, { mimeType: formatOf((type) => MediaRecorder.isTypeSupported(type)) })
  const pieces: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Uint8Array(analyser.fftSize)
  const release = () => {
    stream.getTracks().forEach((track) => track.stop())
    void context.close()
  }
  recorder.start()
  return {
    level: () => {
      analyser.getByteTimeDomainData(samples)
      return Math.min(1, Math.max(...samples.map((sample) => Math.abs(sample - 128))) / 96)
    },
    stop: () => new Promise((resolve) => {
      recorder.addEventListener('stop', () => {
        release()
        resolve(new Blob(pieces, { type: recorder.mimeType.split(';')[0] }))
      })
      recorder.stop()
    }),
    cancel: () => {
      if (recorder.state !== 'inactive') recorder.stop()
      release()
    },
  }
}

/** "0:07" */
export function formatSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
}
